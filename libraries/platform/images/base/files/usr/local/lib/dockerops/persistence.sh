# shellcheck shell=bash
# The folders /data, /opt and /var/log: plain ones, or links into /persistent, which the host or a volume keeps.

# settle_folder NAME FOLDER: as PERSISTENT_<NAME> says. What the kept folder holds stays as it is; what the image brings is
# put beside it at the first start only, and a start that was cut short is made up for by the next one.
settle_folder() {
    local name=$1 folder=$2 kept=/persistent/$1 mounted
    if ! yes "PERSISTENT_${name^^}"; then
        plain_folder "$folder"
        return
    fi
    mountpoint -q /persistent || mountpoint -q "$kept" \
        || fail "PERSISTENT_${name^^} is on, and nothing is mounted at /persistent: mount a folder of the host or a volume there"
    mounted=$(mounts_in "$folder")
    [ -z "$mounted" ] \
        || fail "PERSISTENT_${name^^} is on, and something is mounted at $mounted: switch it off, or mount nothing in $folder"
    [ -e "$kept/.persistent_initialized" ] || bring_in "$folder" "$kept"
    if [ "$(readlink "$folder")" != "$kept" ]; then
        rm -rf --one-file-system -- "$folder"
        ln -s "$kept" "$folder"
    fi
}

plain_folder() {
    # An image that was made from a container with persistent folders has the link.
    [ ! -L "$1" ] || rm -- "$1"
    mkdir -p "$1"
}

mounts_in() {
    awk -v folder="$1" '$5 == folder || index($5, folder "/") == 1 { print $5; exit }' /proc/self/mountinfo
}

# bring_in FOLDER KEPT: copies to one side first, so that only whole files ever get a name in KEPT.
bring_in() {
    local folder=$1 kept=$2 incoming=$2/.persistent_incoming
    mkdir -p "$kept" "$folder"
    rm -rf -- "$incoming"
    if [ -z "$(ls -A "$kept")" ]; then
        chown --reference="$folder" "$kept"
        chmod --reference="$folder" "$kept"
    fi
    cp -a -- "$folder" "$incoming" || fail "cannot copy $folder to $kept"
    put_beside "$incoming" "$kept"
    rm -rf -- "$incoming"
    # The mark must not outlive what it stands for when the machine loses its power.
    sync -f "$kept"
    touch "$kept/.persistent_initialized"
}

# put_beside FROM TO: renames everything in FROM into TO, except what TO has already.
put_beside() (
    shopt -s dotglob nullglob
    for entry in "$1"/*; do
        there=$2/${entry##*/}
        if [ ! -e "$there" ] && [ ! -L "$there" ]; then
            mv -- "$entry" "$there"
        elif [ -d "$entry" ] && [ ! -L "$entry" ] && [ -d "$there" ] && [ ! -L "$there" ]; then
            put_beside "$entry" "$there"
        fi
    done
)
