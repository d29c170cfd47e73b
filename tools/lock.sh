#!/bin/sh
# Write requirements.lock and requirements-dev.lock from pyproject.toml, with hashes and without any address.
set -eu
export PIP_CONFIG_FILE=/dev/null
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" - "$work" <<'PY'
import pathlib, sys, tomllib
work = pathlib.Path(sys.argv[1])
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text())
extras = project["project"]["optional-dependencies"]
base = project["project"]["dependencies"] + project["build-system"]["requires"]
(work / "base.in").write_text("\n".join(base) + "\n")
(work / "dev.in").write_text("\n".join(["-c base.lock", *(line for lines in extras.values() for line in lines)]) + "\n")
PY
for name in base dev; do
  (cd "$work" && "$OLDPWD/$PYTHON" -m piptools compile --quiet --generate-hashes --no-header --no-annotate --strip-extras \
    --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o $name.lock $name.in)
done
"$PYTHON" - "$work" <<'PY'
import pathlib, re, sys
work = pathlib.Path(sys.argv[1])
said = "# {}, with the hashes of every file of each release. Made by `make lock`; not edited by hand.\n"

def blocks(name):
    text = re.sub(r"^(#.*)?\n", "", (work / name).read_text(), flags=re.M)
    return re.findall(r"^[A-Za-z0-9].*\n(?: .*\n)*", text, flags=re.M)

base, dev = blocks("base.lock"), blocks("dev.lock")
pathlib.Path("requirements.lock").write_text(said.format("What recoupe needs") + "".join(base))
more = "".join(block for block in dev if block not in base)
pathlib.Path("requirements-dev.lock").write_text(said.format("What its tests and linters need beside that") + more)
PY
