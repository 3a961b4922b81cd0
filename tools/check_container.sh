#!/usr/bin/env bash
# Builds the Containerfile and starts what it gives, on a machine without a container engine or an image registry.
#
# The base image is made here: the same Debian release by debootstrap, with Debian's Python of the same version at
# /usr/local as in Docker's own `python` image. Everything after FROM is the Containerfile itself, carried out by
# buildah in a chroot. Then: the image's own command runs as its own user, twice on one volume; its health check
# is asked; pages are fetched; nothing outside the volume and /tmp may be writable.
#
# Needs root and Debian's debootstrap, buildah and iproute2; some ten minutes; nothing is left behind.
# Usage: tools/check_container.sh    (KEEP=folder keeps the base there for the next time)
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in debootstrap buildah ip unshare; do
  command -v "$tool" >/dev/null || { echo "check_container: install $tool (Debian: debootstrap buildah iproute2 util-linux)" >&2; exit 2; }
done
[ "$(id -u)" = 0 ] || { echo "check_container: must be run as root: debootstrap and chroot need it" >&2; exit 2; }

from=$(sed -n 's/^FROM //p' Containerfile)
tag=${from##*:}                                   # 3.11-slim-bookworm
python=${tag%%-*} release=${tag##*-}
case "$python-$release" in
  3.11-bookworm) ;;
  *) echo "check_container: Debian $release has no Python $python; mend this script with the Containerfile" >&2; exit 2 ;;
esac

work=$(mktemp -d)
base=${KEEP:-$work}/base
mkdir "$work"/{low,up,tmp,all}
driver=vfs  # copies every layer whole; overlay, where this file system can carry it, does not
if mount -t overlay overlay -o "lowerdir=$work/low,upperdir=$work/up,workdir=$work/tmp" "$work/all" 2>/dev/null; then
  umount "$work/all"; driver=overlay
fi
store() { buildah --storage-driver "$driver" --root "$work/storage" --runroot "$work/run" "$@"; }
clean() { store rm --all >/dev/null 2>&1 || true; umount "$work/storage/overlay" 2>/dev/null || true; rm -rf --one-file-system "$work"; }
trap clean EXIT

say() { echo "check_container: $*"; }
if [ ! -x "$base/usr/local/bin/pip" ]; then
  say "making the base: Debian $release, Python $python"
  rm -rf --one-file-system "$base"
  debootstrap --variant=minbase --include=ca-certificates "$release" "$base" >"$work/log" 2>&1 || { tail "$work/log"; exit 1; }
  chroot "$base" apt-get install -y --no-install-recommends "python$python-venv" >"$work/log" 2>&1 || { tail "$work/log"; exit 1; }
  chroot "$base" "python$python" -m venv /usr/local
fi
container=$(store from scratch)
store add -q "$container" "$base" / >/dev/null
store config --env PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
store commit -q "$container" "$from" >/dev/null
store rm "$container" >/dev/null

# How this machine reaches the Python package index, lent for the build alone.
lent=()
for path in /etc/ssl/certs /etc/pip.conf "${HOME}/.config/pip/pip.conf" "${HOME}/.pip/pip.conf" /opt/pypi /opt/pypi-more /opt/wheels; do
  at=$path; case "$path" in "$HOME"/*) at=/etc/xdg/pip/pip.conf ;; esac
  [ -e "$path" ] && lent+=(-v "$path:$at:ro")
done
say "building the Containerfile"
store bud --isolation chroot --network host --pull-never --format docker "${lent[@]}" -t peelian . >"$work/log" 2>&1 || { tail -30 "$work/log"; exit 1; }

# The image's own command, user and health check, read from the image.
told() { store inspect --type image --format "$1" peelian; }
user=$(told '{{.Docker.Config.User}}')
[ "$user" = peelian ] || { say "FAILED: the image runs as '$user', not as peelian"; exit 1; }
mkdir "$work/volume" && chown 10001 "$work/volume" && chmod 700 "$work/volume"
container=$(store from --pull-never peelian)
cat >"$work/inside.py" <<'PY'
"""Runs in a network of its own: starts the image's command, waits until it is healthy, looks, and ends it."""
import json, os, signal, subprocess, sys, time, urllib.request

work, driver, container, image = sys.argv[1:]
config = json.loads(image)["Docker"]["config"]
run = ["buildah", "--storage-driver", driver, "--root", f"{work}/storage", "--runroot", f"{work}/run", "run",
       "--isolation", "chroot", "--user", config["User"], "-v", f"{work}/volume:/casebook", container]
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
check = config["Healthcheck"]["Test"]
assert check[0] == "CMD", check


def inside(*words):
    return subprocess.run([*run, "--", *words], capture_output=True, text=True)


def fetch(path):
    with urllib.request.urlopen(f"http://127.0.0.1:8000{path}", timeout=60) as answer:
        return answer.status, answer.read()


who = inside("id", "-u")
assert who.stdout.strip() == "10001", f"runs as {who.stdout!r}: {who.stderr}"
# Anywhere a file could be made, but for what every container has (devices, memory) and the volume.
open_ = inside("find", "/", "-xdev", "-type", "d", "-writable", "-not", "-path", "/proc/*").stdout.split()
extra = [one for one in open_ if not one.startswith(("/casebook", "/tmp", "/var/tmp", "/dev", "/run/lock"))]
assert not extra, f"writable for the user: {extra}"
print("check_container: user 10001; nothing is writable but the volume and /tmp")

document = "PC Ambrose Tillingworth of Kent Police was dismissed without notice after a misconduct hearing on 3 May 2024."
for turn in ("first start, empty volume", "second start, same volume"):
    began = time.monotonic()
    server = subprocess.Popen([*run, "--", *config["Cmd"]], start_new_session=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        while (asked := inside(*check[1:])).returncode:
            if server.poll() is not None or time.monotonic() - began > 120:
                os.killpg(server.pid, signal.SIGTERM)
                sys.exit(f"not healthy ({turn}):\n{asked.stderr[-1500:]}\n{server.communicate()[0][-3000:]}")
            time.sleep(1)
        for path in ("/health", "/", "/cases/", "/statistics/", "/data/", "/api/v1/openapi.json", "/come-forward/"):
            status, body = fetch(path)
            assert status == 200 and body, path
        print(f"check_container: {turn}: healthy after {time.monotonic() - began:.0f} s; /health says {fetch('/health')[1].decode()!r}, 7 pages answer")
        if turn.startswith("first"):  # the libraries that read documents are all there
            made = inside("sh", "-c", f"echo '{document}' > /tmp/one.txt && peelian read /tmp/one.txt")
            assert "found 1 subject" in made.stderr, made.stdout + made.stderr
            added = inside("peelian", "add", "/tmp/one.txt")
            assert added.returncode == 0, added.stderr[-2000:]
            print("check_container: a document is read and added inside")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)
PY
say "starting it"
unshare --net python3 "$work/inside.py" "$work" "$driver" "$container" "$(store inspect --type image peelian)"
say "all is well: $from, built and run without an engine"
