# shellcheck shell=bash
# What the scripts of the images share: their way to speak, and to read switches and addresses.

say() {
    printf 'dockerops: %s\n' "$1" >&2
}

fail() {
    say "error: $1"
    exit 1
}

# yes VARIABLE: whether the switch of that name is on. Without a value it is off; what is neither on nor off ends the start.
yes() {
    local value=${!1:-}
    case ${value,,} in
        true | yes | y | 1) return 0 ;;
        '' | false | no | n | 0) return 1 ;;
        *) fail "$1 is '$value': set it to True or to False" ;;
    esac
}

is_ipv4() {
    local part='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
    [[ $1 =~ ^$part\.$part\.$part\.$part$ ]]
}

# Whether $1 can be a part of a host name: letters, digits and hyphens inside, at most 63.
is_label() {
    [[ $1 =~ ^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$ ]]
}

is_zone() {
    local label
    [ -n "$1" ] && [ "${#1}" -le 200 ] && [[ $1 != *. ]] || return 1
    while read -r -d . label; do
        is_label "$label" || return 1
    done <<<"$1."
}
