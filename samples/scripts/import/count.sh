#!/bin/sh
# dockerops script --beside --file import/count.sh postgres
set -eu
echo "$(psql -Atd shop -c 'select count(*) from products') products in $(dirname "$0")"
