# What script/demo, script/test, script/server and script/check share. Sourced by bash, not run.
#
# Everything made here lies below var/ and static/vendor/ of the checkout and is made once: a stamp
# or a file that exists is skipped, so that a second run takes seconds.

set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
python="$root/var/venv/bin/python"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# missing_packages [--browser]: the Debian packages whose content this machine lacks, asked of the
# machine and not of dpkg, so that another distribution's libraries count as well.
missing_packages() {
    command -v python3 >/dev/null || echo python3
    python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("Asia/Shanghai")' 2>/dev/null || echo tzdata
    local library package
    while read -r library package; do
        python3 -c "import ctypes; ctypes.CDLL('$library')" 2>/dev/null || echo "$package"
    done < <(
        echo libpango-1.0.so.0 libpango-1.0-0
        echo libpangoft2-1.0.so.0 libpangoft2-1.0-0
        echo libharfbuzz-subset.so.0 libharfbuzz-subset0
        [ "${1:-}" != --browser ] || echo libatomic.so.1 libatomic1 # for Playwright's driver
    )
    [ "${1:-}" != --browser ] || command -v chromium chromium-browser >/dev/null || echo chromium
}

# need_packages [--browser]: install what is missing where that is allowed, else say exactly what.
need_packages() {
    local missing sudo=()
    missing="$(missing_packages "$@" | xargs)"
    [ -n "$missing" ] || return 0
    [ "$(id -u)" = 0 ] || sudo=(sudo -n)
    if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; }; then
        stop "缺少系统软件包，请先安装：$missing / Missing packages, install them first: $missing"
    fi
    say "安装系统软件包 / installing packages: $missing"
    local log="$root/var/log/apt.log" apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q)
    # shellcheck disable=SC2086  # the package names are words
    { "${sudo[@]}" "${apt[@]}" update &&
        "${sudo[@]}" "${apt[@]}" install -y --no-install-recommends $missing; } \
        </dev/null >"$log" 2>&1 ||
        stop "安装系统软件包失败，详见 ${log#"$root"/} / Could not install $missing: $(grep '^E:' "$log" | tail -1)"
    missing="$(missing_packages "$@" | xargs)"
    [ -z "$missing" ] || stop "安装后仍不可用：$missing / Installed, but still not usable: $missing"
}

# need_venv FILE: var/venv with what a requirements file names, exactly.
need_venv() {
    local requirements="$1" installed="$root/var/venv/$1" log="$root/var/log/pip.log"
    [ -x "$python" ] && "$python" -c '' 2>/dev/null || {
        python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
            stop "需要 Python 3.11 或更高版本。 / Python 3.11 or later is needed."
        python3 -m venv --clear "$root/var/venv"
    }
    cmp --quiet "$requirements" "$installed" && return 0
    say "安装 Python 依赖 / installing $requirements"
    mkdir -p "$root/var/log"
    "$python" -m pip install --disable-pip-version-check --require-hashes \
        --requirement "$requirements" \
        </dev/null >"$log" 2>&1 ||
        stop "安装 Python 依赖失败，请检查网络，详见 ${log#"$root"/} / Could not install $requirements: $(grep '^ERROR:' "$log" | tail -1)"
    cp "$requirements" "$installed"
}

# need_files: the faces of the official paper and the third-party assets of the pages.
need_files() {
    "$python" script/fonts >&2
    "$python" script/assets >&2
}

# set_up_once: two scripts at a time would write into one venv; the second waits here.
set_up_once() {
    mkdir -p "$root/var/log"
    exec 8>"$root/var/setup.lock"
    flock 8
}

set_up_done() { exec 8>&-; }

# hold_database: keep the embedded server up for all the commands that follow, this shell's
# successor by exec included, instead of starting and stopping it for each; another server must
# answer.
hold_database() {
    local lock
    lock="$("$python" -m cppcc.database)" || exit 1
    [ -z "$lock" ] || { exec 9<>"$lock" && flock --shared 9; }
}

# on_loopback: the settings of a trial on this machine alone, without TLS; gunicorn refuses them on
# any other address.
on_loopback() {
    [ -s var/secret-key ] || (umask 077 && head -c 48 /dev/urandom | base64 -w 0 >var/secret-key)
    export CPPCC_HTTPS=0 CPPCC_SECRET_KEY
    CPPCC_SECRET_KEY="$(cat var/secret-key)"
}

# in_the_demonstration: the same, and the clock stands in the year of the demonstration county.
in_the_demonstration() {
    on_loopback
    export CPPCC_NOW="${CPPCC_NOW:-2004-12-16}"
}
