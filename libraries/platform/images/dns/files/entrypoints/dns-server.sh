#!/bin/bash
# Writes BIND's configuration, and the zones that are not there yet.
#
# Environment: DNS_ZONE, SERVICE_IP, INSTANCE_TYPE as the manual of the library says, and
#   DNS_CLIENTS         who may ask for names outside the zones, as addresses and networks; loopback and private ones
#   DNS_REVERSE_ZONES   the reverse zones; those of the private networks

set -euo pipefail
# shellcheck source=../../../base/files/usr/local/lib/dockerops/words.sh
. /usr/local/lib/dockerops/words.sh
# shellcheck source=../../../base/files/usr/local/lib/dockerops/dns.sh
. /usr/local/lib/dockerops/dns.sh

readonly folder=/data/dns conf=/etc/bind/dockerops.conf
clients=${DNS_CLIENTS:-127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16}
reverse_zones=${DNS_REVERSE_ZONES:-10.in-addr.arpa $(printf '%s.172.in-addr.arpa ' {16..31}) 168.192.in-addr.arpa}

check_settings() {
    local item
    check_zone
    check_service_ip
    [ "${INSTANCE_TYPE:-}" != master ] || [ -n "${SERVICE_IP:-}" ] \
        || fail 'SERVICE_IP is not set, and an instance of type master needs it: set it to the address at which other hosts reach this one'
    check_dns_key 'no container could register'
    for item in $reverse_zones; do
        is_zone "$item" && [[ $item == *.in-addr.arpa ]] \
            || fail "DNS_REVERSE_ZONES has '$item': each must be a zone such as 17.172.in-addr.arpa"
    done
    for item in $clients; do
        is_ipv4 "${item%/*}" && [[ $item =~ ^[0-9.]+(/([0-9]|[12][0-9]|3[0-2]))?$ ]] \
            || fail "DNS_CLIENTS has '$item': each must be an address or a network such as 10.0.0.0/8"
    done
}

# The servers that the engine gave to the container, without this one.
forwarders() {
    awk -v own="$DNS_SERVICE_IP" '$1 == "nameserver" && $2 != own && $2 != "127.0.0.1" && $2 ~ /^[0-9.]+$/ { print $2 ";" }' /etc/resolv.conf
}

# Records are short-lived, so that neither a moved service nor one that was looked for too early is remembered wrongly. What
# comes from the engine's own resolver is as short-lived as the containers it stands for.
write_configuration() {
    local item servers
    servers=$(forwarders)
    cat <<END
include "$dns_key";
options {
    directory "/var/cache/bind";
    listen-on { any; };
    listen-on-v6 { none; };
    pid-file "/run/named/named.pid";
    session-keyfile "/run/named/session.key";
    recursion yes;
    allow-query { any; };
    allow-query-cache { dns-clients; };
    allow-recursion { dns-clients; };
    allow-transfer { none; };
    dnssec-validation no;
    empty-zones-enable no;
    max-cache-ttl 30;
    max-ncache-ttl 5;
    rrset-order { order cyclic; };
    version none;
END
    [ -z "$servers" ] || printf '    forward only;\n    forwarders { %s };\n' "${servers//$'\n'/ }"
    printf '};\ncontrols { };\nacl dns-clients { %s; };\n' "${clients// /; }"
    for item in $zone $reverse_zones; do
        printf 'zone "%s" { type primary; file "%s/%s.db"; allow-update { key "%s"; }; };\n' \
            "$item" "$folder" "$item" "$(dns_key_name)"
    done
}

# new_zone NAME
new_zone() {
    cat <<END
\$TTL 60
$1. IN SOA dns.$zone. hostmaster.$zone. 1 3600 600 86400 5
$1. IN NS dns.$zone.
END
}

# Prints the zone with all its updates, which BIND keeps in a journal beside the file; without them where the journal is not
# one of this file.
kept_zone() {
    local file=$folder/$zone.db records
    records=$(named-compilezone -j -f text -F text -o - "$zone" "$file") \
        || records=$(named-compilezone -f text -F text -o - "$zone" "$file") || return 1
    printf '%s\n' "$records"
}

# Lets the zone's own server have the address of this start.
settle_zone() {
    local file=$folder/$zone.db records
    if [ -e "$file" ]; then
        records=$(kept_zone 2>/run/dockerops/zone-errors) \
            || fail "the zone in $file cannot be read: $(tr '\n' ' ' </run/dockerops/zone-errors)- move the file away, and a new zone is made"
        records=$(awk -v zone="$zone." '
            tolower($1) == "dns." zone && $4 == "A" { next }
            $4 == "SOA" { $7++ }
            { print }' <<<"$records")
    else
        records=$(new_zone "$zone")
    fi
    printf '%s\ndns.%s. 60 IN A %s\n' "$records" "$zone" "$address" >"$file.new"
    mv "$file.new" "$file"
    # Its serial is behind that of the file now.
    rm -f "$file.jnl"
}

check_settings
address=$(own_address) || fail 'this container has no IPv4 address'
install -d -o bind -g bind -m 0750 "$folder" /run/named
settle_zone
for item in $reverse_zones; do
    [ -e "$folder/$item.db" ] || new_zone "$item" >"$folder/$item.db"
done
chown -R bind:bind "$folder"
chown root:bind "$dns_key"
chmod 0640 "$dns_key"
write_configuration >"$conf"
errors=$(named-checkconf -z "$conf" 2>&1) || fail "BIND does not take its configuration: $errors"
say "serves $zone at $address"
