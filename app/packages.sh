# The one list of Debian packages and the function that installs what is missing of it; sourced by app/demo and tests/run.
#
#   install_packages GROUP...      groups: build | test | fuzz | tidy | demo | wayland | bench
#
# Asks dpkg first, so a machine that has everything needs neither network nor root. Never prompts and never upgrades what
# is there. Returns 1 after a sentence on standard error that says what to do.

packages_of() {
    case "$1" in
    build)
        echo build-essential cmake ninja-build ccache lld pkg-config
        echo qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
        echo libboost1.81-dev libsodium-dev libssl-dev libcurl4-openssl-dev libsqlite3-dev libzint-dev zlib1g-dev
        ;;
    test)
        echo python3 curl strace libfaketime iproute2 openssl util-linux mount fonts-dejavu-core fonts-inter
        has_chromium || echo chromium
        has_node || echo nodejs npm
        ;;
    fuzz) echo clang-14 libclang-rt-14-dev ;;
    tidy) echo clang-tidy-14 clang-format-14 ;;
    demo) echo python3 curl fonts-dejavu-core fonts-inter ;;
    wayland) echo qt6-wayland ;;
    bench) echo python3 curl wrk redis-server postgresql nginx-light ;;
    *)
        echo "packages.sh: there is no group of packages named \"$1\"" >&2
        return 1
        ;;
    esac
}

# Is there a browser, and a node of another origin that is new enough? Then Debian's is not put beside it.
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }
has_node() {
    local major
    major=$(node --version 2>/dev/null | sed -nE 's/^v([0-9]+)\..*/\1/p')
    [ -n "$major" ] && [ "$major" -ge 18 ] && command -v npm >/dev/null
}

# Prints those of the named packages that are not installed, one a line.
missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

# Runs a command as root: directly, or through sudo where it needs no password.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

install_packages() {
    local group wanted="" names missing
    for group in "$@"; do
        names=$(packages_of "$group") || return 1
        wanted="$wanted $names"
    done

    if ! command -v dpkg-query >/dev/null; then
        echo "This script installs packages on Debian 12. On another system install the counterparts of these first:" >&2
        echo " $(echo $wanted)" >&2
        echo "and call it again with PARTERRE_PACKAGES=present." >&2
        [ "${PARTERRE_PACKAGES:-}" = present ]
        return
    fi

    missing=$(missing_packages $wanted | sort -u)
    if [ -z "$missing" ]; then
        echo "packages: everything needed for $* is installed"
        return 0
    fi
    echo "packages: installing" $missing
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        echo "These packages are missing and only root may install them. Run this once, then call me again:" >&2
        echo "  apt-get update && apt-get install --no-install-recommends" $missing >&2
        return 1
    fi
    if ! install_quietly $missing; then
        echo "Installing packages failed; the lines above say why. Usually the package server could not be reached:" >&2
        echo "check the network, or that /etc/apt/sources.list names Debian 12 (bookworm) main, and call me again." >&2
        return 1
    fi
    echo "packages: done"
}

# A service that comes with a package (redis, postgresql) must not start by itself: the bench starts its own. Debian asks
# /usr/sbin/policy-rc.d; one that is already there is left alone. A subshell, so that ours goes away however this ends.
install_quietly() (
    policy=/usr/sbin/policy-rc.d
    quiet="env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -y -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300"
    if [ ! -e "$policy" ]; then
        trap 'as_root rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null && as_root chmod 755 "$policy" || exit 1
    fi
    as_root $quiet update && as_root $quiet install --no-install-recommends "$@"
)
