# shellcheck shell=bash
# The order of the scripts in /entrypoints.

# Prints their names in the order in which they run: numbered ones by number, as add-entrypoint names them; then those that
# end in the time of their build, by that time; then others, by name.
entrypoints_in_order() {
    local file name
    for file in /entrypoints/*; do
        [ -f "$file" ] || continue
        name=${file##*/}
        if [[ $name =~ ^([0-9]+)- ]]; then
            printf '0 %s %s\n' "${BASH_REMATCH[1]}" "$name"
        elif [[ $name =~ -([0-9]{9,})(\.[a-z]+)?$ ]]; then
            printf '1 %s %s\n' "${BASH_REMATCH[1]}" "$name"
        else
            printf '2 0 %s\n' "$name"
        fi
    done | LC_ALL=C sort -k1,1n -k2,2n -k3 | cut -d ' ' -f 3-
}
