// A cache and a database, with scripts that look after them: dockerops script, dockerops action.

project 'scripts'

// Both servers as the distribution has them; the image needs no registry.
def servers = rootfs 'servers', bootstrap: 'bookworm', packages: ['redis-server', 'postgresql']
helperImage servers

// The sockets of the servers are shared with whoever talks to them.
def cacheSocket = volume 'cache_socket', at: '/run/redis'
def dataSocket  = volume 'data_socket', at: '/run/postgresql'
def data        = volume 'data', at: '/var/lib/postgresql/data'
def backups     = volume 'backups', at: '/backups'

def redis = service('redis') {
    image servers
    command 'redis-server', '--save', '', '--unixsocket', '/run/redis/cache.sock', '--port', '0'
    user 'redis'
    attach cacheSocket
    healthy 'redis-cli -s /run/redis/cache.sock ping', every: 1.seconds
}

def postgres = service('postgres') {
    image servers
    command 'sh', '-c', '''
        export PATH=$PATH:/usr/lib/postgresql/15/bin
        test -e "$PGDATA/complete" || { rm -rf "$PGDATA"/*; initdb --auth trust; touch "$PGDATA/complete"; }
        exec postgres -c listen_addresses= -k /run/postgresql
        '''
    env PGDATA: '/var/lib/postgresql/data', PGHOST: '/run/postgresql'
    user 'postgres'
    permissions 'u=rwX,g=,o='
    attach data
    attach dataSocket
    attach backups
    stopSignal 'INT'                        // a fast shutdown
    healthy 'pg_isready -d postgres', every: 1.seconds, startPeriod: 60.seconds
}

// Stands for an application that writes.
def shop = service('shop') {
    image servers
    command 'sleep', 'infinity'
    stopSignal 'KILL'
    link redis
    link postgres
}

// dockerops action import
action('import', 'Makes the database and fills it from the folder import/') {
    exec postgres, 'sh', '-c', 'psql -lqt | grep -q "^ *shop " || createdb shop'
    script postgres, 'psql -v ON_ERROR_STOP=1 -d shop -f {script_path}/products.sql', file: 'import'
}

// dockerops action backup
action('backup', 'Dumps the database while nobody writes') {
    needs 'import'
    stop shop
    together {
        script postgres, 'pg_dump -f /backups/shop.sql shop'
        exec redis, 'redis-cli -s /run/redis/cache.sock flushall'
    }
    afterwards { start shop }
}

policy('data is not lost by accident') {
    if (actions.any { it.kind == 'volume' && it.removal }) confirm 'The database and its backups go. Go on?'
}
