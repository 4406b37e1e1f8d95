/** The closeness list, for the mock: a few lines, one person's marks, what both said yes to. */
import type { Closeness, ClosenessList, ClosenessMark, ClosenessRow } from "../generated.ts";

const row = (id: string, label: string, group: string | null): ClosenessRow => ({
  row: id,
  label,
  group,
  mark: null,
  until: null,
});

export class MockCloseness {
  #rows = [
    row("music", "Music", "Time and words"),
    row("read-aloud", "Read aloud", "Time and words"),
    row("hold-hands", "Hold hands", "Affection"),
  ];
  #ready: ("a" | "b")[] = [];
  #sexual = false;
  #sorted = false;
  shared: Closeness["shared"] = [
    { row: "foot-rub", label: "Foot rub", ifs: [{ by: { person: "b", name: "Sam" }, words: "I am rested" }] },
  ];

  page(together: boolean): Closeness {
    const own = together ? [] : this.#rows.filter(({ mark }) => mark);
    return { own, shared: this.shared, ready: this.#ready };
  }
  open(who: "a" | "b"): Closeness {
    this.#ready = [...this.#ready, who];
    if (this.#ready.length > 1) this.#ready = [];
    return this.page(true);
  }
  takeBack(row: string, together: boolean): Closeness {
    this.shared = this.shared.filter((yes) => yes.row !== row);
    return this.page(together);
  }
  list(): ClosenessList {
    const sexual = this.#sexual ? [row("long-kisses", "Long kisses", "Sexual touch")] : [];
    const shipped = this.#rows.filter(({ group }) => group !== null);
    const own = this.#rows.filter(({ group }) => group === null);
    const rows = this.#sorted ? this.#rows : [...shipped, ...sexual, ...own];
    return { rows, sorted: this.#sorted, sexual: this.#sexual };
  }
  mark(id: string, mark: ClosenessMark | null): ClosenessList {
    this.#rows = this.#rows.map((row) => (row.row === id ? { ...row, mark } : row));
    return this.list();
  }
  add(label: string): ClosenessList {
    this.#rows = [...this.#rows, row(`own:${label}`, label, null)];
    return this.list();
  }
  remove(id: string): ClosenessList {
    this.#rows = this.#rows.filter((row) => row.row !== id);
    return this.list();
  }
  switch(on: boolean): ClosenessList {
    this.#sexual = on;
    return this.list();
  }
  sort(order: string[]): ClosenessList {
    this.#sorted = order.length > 0;
    this.#rows = this.#rows.toSorted((one, two) => order.indexOf(one.row) - order.indexOf(two.row));
    return this.list();
  }
  clear(): ClosenessList {
    this.#rows = this.#rows.map((row) => ({ ...row, mark: null }));
    return this.list();
  }
}
