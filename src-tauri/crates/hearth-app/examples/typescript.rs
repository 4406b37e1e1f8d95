//! Prints the TypeScript side of the contract; `cargo xtask content` writes it into `ui/`.

fn main() {
    print!("{}", hearth_app::contract::typescript());
}
