#!/usr/bin/env python3
"""Types docs/OPERATIONS.md as it stands: every block marked sh, in its order, as root, and stops at the first that fails.

    python3 .ci/operations-page.py [--sections 1,2,…]

Nothing of this machine is changed: the commands run in namespaces of their own, with a network of their own, and what they write below
/etc, /opt, /usr/local, /var, /root, /run and /media goes to memory and is gone afterwards. The packages nginx-light, postgresql and
pgbackrest must be installed, and api/target/laborfund.jar built.

There is no systemd in there. A stand-in for systemctl checks the unit files with systemd-analyze, runs their ExecStart as their User,
and stops them by SIGTERM; what systemd adds (hardening, restarts, the timer's clock) is not tried. A comment "meanwhile: …" in the
page is what others do at that point; "stick usb" plugs a stick in, which is a folder mounted there. Exit status 0: all of it worked; 1: a command failed; 2: it could not be tried.
"""

import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(ROOT, "docs", "OPERATIONS.md")
OVERLAID = ["/etc", "/opt", "/usr/local", "/var", "/root", "/media"]
LOG = "/var/log/laborfund.log"
NEEDED = ["unshare", "runuser", "ip", "nginx", "pgbackrest", "pg_ctlcluster", "systemd-analyze", "openssl", "curl"]

SYSTEMCTL = r"""#!/bin/bash
set -euo pipefail
units=/etc/systemd/system
of() { sed -n "s/^$2=//p" "$units/$1" | head -n 1; }
before() { # What a unit runs first, its continued lines joined.
  local line; line=$(sed -e ':a' -e '/\\$/N; s/\\\n//; ta' "$units/$1" | sed -n 's/^ExecStartPre=//p')
  [ -z "$line" ] || runuser -u "$(of "$1" User)" -- $line
}
run() { before "$1"; exec runuser -u "$(of "$1" User)" -- $(of "$1" ExecStart); }
start() {
  case "$1" in
    *.timer) systemd-analyze calendar "$(of "$1" OnCalendar)" >/dev/null ;;
    nginx.service) nginx ;;
    laborfund.service) (cd / && run "$1") >>/var/log/laborfund.log 2>&1 & echo $! >/run/laborfund.pid ;;
    *) (cd / && run "$1") ;;
  esac
}
stop() {
  case "$1" in
    nginx.service) nginx -s stop 2>/dev/null || true ;;
    laborfund.service)
      pid=$(cat /run/laborfund.pid)
      pkill -TERM --parent "$pid" || kill -TERM "$pid"
      # Nobody takes note of its end in here, so it stays as a zombie.
      while grep -q '^State:.[^Z]' "/proc/$pid/status" 2>/dev/null; do sleep 0.2; done ;;
  esac
}
verb=$1; shift
[ "${1:-}" = --now ] && shift
case "$verb" in
  daemon-reload) systemd-analyze verify $units/laborfund* ;;
  enable|start) start "$1" ;;
  stop) stop "$1" ;;
  restart) stop "$1"; start "$1" ;;
esac
"""

STICK = r"""#!/bin/bash
set -euo pipefail
for name in "$@"; do
  install -d "/media/.sticks/$name" "/media/$name"
  mountpoint -q "/media/$name" || mount --bind "/media/.sticks/$name" "/media/$name"
done
"""


def steps(page, sections):
    """The commands in their order: blocks of the page, and what others do meanwhile."""
    wanted = True
    for found in re.finditer(r"^## (\d+)|^```sh\n(.*?)^```|<!-- meanwhile: (.*?) -->", page, re.S | re.M):
        if found.group(1):
            wanted = not sections or found.group(1) in sections
        if wanted and found.group(2):
            yield found.group(2)
        if wanted and found.group(3):
            yield found.group(3) + "\n"


def inside(script):
    scratch = "/run/laborfund-page"
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    os.makedirs(scratch + "/bin")
    os.makedirs("/run/postgresql", mode=0o2775)
    shutil.chown("/run/postgresql", "postgres", "postgres")
    for number, folder in enumerate(OVERLAID):
        upper, work = f"{scratch}/{number}/upper", f"{scratch}/{number}/work"
        os.makedirs(upper)
        os.makedirs(work)
        options = f"lowerdir={folder},upperdir={upper},workdir={work}"
        subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, folder], check=True)
        shutil.copymode(folder, upper)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for name, shim in {"systemctl": SYSTEMCTL, "stick": STICK}.items():
        with open(f"{scratch}/bin/{name}", "w") as program:
            program.write(shim)
        os.chmod(f"{scratch}/bin/{name}", 0o755)
    environment = dict(os.environ, PATH=scratch + "/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
    status = subprocess.run(["bash", "-euxo", "pipefail", "-c", script], cwd=ROOT, env=environment).returncode
    if status != 0 and os.path.exists(LOG):
        # It is gone with the namespace.
        subprocess.run(["tail", "-n", "30", LOG], stdout=sys.stderr)
    return status


def main():
    sections = sys.argv[sys.argv.index("--sections") + 1].split(",") if "--sections" in sys.argv else []
    missing = [program for program in NEEDED if not shutil.which(program)]
    jar = os.path.join(ROOT, "api", "target", "laborfund.jar")
    if missing or os.geteuid() != 0 or not os.path.exists(jar):
        print(f"cannot be tried: root, {jar} and {', '.join(missing) or 'all programs'} are needed", file=sys.stderr)
        return 2
    if "--inside" not in sys.argv:
        line = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child"]
        return subprocess.run(line + [sys.executable, os.path.abspath(__file__), "--inside"] + sys.argv[1:]).returncode
    with open(PAGE, encoding="utf-8") as page:
        script = "".join(steps(page.read(), sections))
    return 1 if inside(script) else 0


if __name__ == "__main__":
    sys.exit(main())
