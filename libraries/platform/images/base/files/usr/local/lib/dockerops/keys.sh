# shellcheck shell=bash
# The keys: those of the SSH server, made at the first start, and those that were copied into the container.

# Makes the keys of the host that are missing. Those in /persistent, when that is there, outlive the container.
settle_host_keys() {
    local type key kept
    for type in ed25519 ecdsa; do
        key=/etc/ssh/ssh_host_${type}_key
        kept=/persistent/ssh/ssh_host_${type}_key
        if [ -s "$kept" ]; then
            install -m 0600 "$kept" "$key"
        elif [ ! -s "$key" ]; then
            rm -f "$key.new" "$key.new.pub"
            ssh-keygen -q -t "$type" -N '' -C "$(hostname)" -f "$key.new" || fail "cannot make the key $key"
            mv "$key.new" "$key"
        fi
        rm -f "$key.new.pub"
        ssh-keygen -y -f "$key" >"$key.pub" || fail "$key is not a private key: remove ${kept} if it is there"
        chmod 0644 "$key.pub"
        if [ -d /persistent ] && [ ! -s "$kept" ]; then
            install -d -m 0700 /persistent/ssh
            install -m 0600 "$key" "$kept.new"
            mv "$kept.new" "$kept"
        fi
    done
}

# Gives what was copied in the owner and the mode that it must have, whatever it came with.
tighten_copied_keys() {
    chown root:root /etc/dockerops
    chmod 0755 /etc/dockerops
    tighten /etc/dockerops/authorized_keys root:dockerops 0640
    tighten /etc/dockerops/ssh_key dockerops:dockerops 0600
    tighten /etc/dockerops/dns.key root:root 0600
}

# tighten FILE OWNER MODE
tighten() {
    [ -e "$1" ] || return 0
    [ -f "$1" ] && [ ! -L "$1" ] || fail "$1 must be a file"
    chown "$2" "$1" && chmod "$3" "$1" || fail "cannot give $1 to $2 with mode $3: copy it into the container, do not mount it"
}
