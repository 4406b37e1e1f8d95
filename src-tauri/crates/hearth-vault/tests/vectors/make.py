"""Known answers for the formats of the vault, made without any of its code.

Run: python3 make.py > formats.json
"""
import hashlib
import hmac
import json
import struct

IDENTITY = b"AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33"
VAULT = bytes(range(16))


def mac_key(kind):
    prk = hmac.new(VAULT, IDENTITY, hashlib.sha256).digest()
    info = b"hearthside/v1/mac/" + kind
    return hmac.new(prk, info + b"\x01", hashlib.sha256).digest()


def mac(kind, text):
    return hmac.new(mac_key(kind), text, hashlib.sha256).digest()


def trailer(image_len, generation, bucket):
    image = bytes(i % 251 for i in range(image_len))
    plain = image + bytes(bucket - image_len)
    tail = b"HST1" + struct.pack("<IQQ", 1, image_len, generation) + bytes([0x5A] * 16)
    tail += struct.pack("<qI", 1800000000, 7) + bytes([0xC3] * 32)
    plain += tail.ljust(992, b"\0")
    proof = mac(b"space", plain)
    return {
        "image_len": image_len,
        "generation": generation,
        "mac": proof.hex(),
        "sha256": hashlib.sha256(plain + proof).hexdigest(),
    }


def frame(seq, base, lines):
    text = b"".join(line.encode() + b"\n" for line in lines)
    plain = b"HSJ1" + struct.pack("<IQ", seq, base) + bytes([0x5A] * 16) + bytes([0xC3] * 32)
    plain += struct.pack("<I", len(text)) + text
    size = -(-(len(plain) + 32) // 1024) * 1024
    plain = plain.ljust(size - 32, b"\0")
    proof = mac(b"journal", plain)
    return {
        "seq": seq,
        "base": base,
        "lines": lines,
        "mac": proof.hex(),
        "sha256": hashlib.sha256(plain + proof).hexdigest(),
        "len": size,
    }


def identity_file(kind, lines, unit):
    line = "# mac " + "0" * 64 + "\n"
    size = -(-(len(lines) + 2 + len(line)) // unit) * unit
    body = lines + "#" * (size - len(line) - len(lines) - 1) + "\n"
    proof = mac(kind, body.encode())
    text = body + "# mac " + proof.hex() + "\n"
    return {
        "kind": kind.decode(),
        "lines": lines,
        "unit": unit,
        "mac": proof.hex(),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "len": len(text),
    }


def commitment(m, seed):
    r = hashlib.sha256(bytes([seed])).digest()
    round_id, prompt, author = bytes([1] * 16), bytes([2] * 32), bytes([3] * 16)
    text = b"hearthside/v1/sealed\0" + VAULT + round_id + prompt + author + r
    text += struct.pack(">Q", len(m.encode())) + m.encode()
    return {"m": m, "r": r.hex(), "c": hashlib.sha256(text).hexdigest()}


MIB = 1 << 20
print(
    json.dumps(
        {
            "identity": IDENTITY.decode(),
            "mac_keys": {k: mac_key(k.encode()).hex() for k in ["unlock", "keyring", "space", "journal"]},
            "trailers": [
                trailer(n, g, b)
                for n, g, b in [(0, 1, MIB), (1, 2, MIB), (MIB, 3, MIB), (MIB + 1, 2**40, 2 * MIB), (3 * MIB, 5, 4 * MIB)]
            ],
            "frames": [
                frame(0, 2, ["{}"]),
                frame(1, 2, ['{"a":1}', '{"b":"ü"}']),
                frame(7, 2**33, ["x" * 924]),
                frame(8, 9, ["x" * 923]),
                frame(2**31, 1, ["y" * 5000] * 3),
            ],
            "identity_files": [
                identity_file(b"unlock", "# hearthside-unlock v1\n" + IDENTITY.decode() + "\n", 1024),
                identity_file(b"keyring", '# hearthside-keyring v1\n# {"format":1}\n', 16384),
                identity_file(b"keyring", "#" * 16310 + "\n", 16384),
                identity_file(b"keyring", "#" * 16311 + "\n", 16384),
            ],
            "commitments": [
                commitment(m, s) for s, m in enumerate(["null", '"I hope"', "", '{"picked":["a"]}', "ü" * 3000, "x"])
            ],
        },
        indent=1,
    )
)
