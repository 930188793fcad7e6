project 'forms'
repository 'registry.example.com'
defaultTag 'devel'
hostRoot '/var/lib/forms'
naming domain: 'example.org'

host 'web', at: 'tcp://web.example.org:2375', addresses: ['private': '10.0.0.21', 'private-ipv6': 'fd00::21']

network 'front'
network('back') {
    internal true
    attachable true
    options 'com.docker.network.bridge.name': 'br-back'
    labels 'com.example.team': 'web'
    subnet '10.7.0.0/16', gateway: '10.7.0.1', range: '10.7.1.0/24'
}
network 'six', ipv6: true, subnet: 'fd00:7::/64', labels: [flag: '']

volume 'data', at: '/data', host: 'data'
volume('config') {
    at '/etc/app'
    host 'config/all'
    host one: 'config/one', two: '/etc/two'
}
volume 'logs', at: '/var/log/app'
volume 'socket',
       at: '/run/app',
       options: [device: 'tmpfs', type: 'tmpfs'],
       user: '1000:1001',
       permissions: '0770'

service('short') {
    inherits 'common'
    on 'web'
    user 'nginx'
    share '/cache'
    mount 'data'
    use 'socket'
    link 'long.one'
    network 'front'
    expose 80, '53/udp'
    healthy 'wget -q -O- http://localhost/'
    stopTimeout 20.seconds
    persistent()
    startDelay 3.seconds
    exec 'sh', '-c', 'echo a b'
}

service('long') {
    inherits 'base', 'common'
    image 'app:1'
    on 'web'
    user 'app:staff'
    share '/tmp/a'
    share '/tmp/b'
    mount 'data'
    mount 'config', readOnly: true
    bind '/hd', at: '/d'
    bind '/he', at: '/e', readOnly: true
    bind 'relative/f', at: '/f'
    attach 'logs', at: '/var/log/app'
    attach 'socket'
    permissions 'u=rwX,g=rX,o='
    network 'front'
    network 'back', aliases: ['a', 'b']
    healthy {
        command(['CMD', 'curl', '-f', 'localhost'])
        every 10.seconds
        timeout 500.ms
        retries 3
        startPeriod 1.minute
    }
    stopSignal 'SIGHUP'
    stopTimeout 30.seconds
    exec 'date', user: 'root'
    exec 'echo', 'it\'s', once: true
    exec 'ls -l'
    instances 'one', 'two'
}

service('binds_as_map') {
    image 'app:2'
    on 'web'
    mount 'data', readOnly: true
    mount 'config'
    use 'long', readOnly: true
    link 'short', as: 's'
    link 'long.two'
    network 'front', aliases: ['web', 'www']
    network 'back', ipv4: '10.7.0.10'
    publish 80, 'private:8443:443', '3:2'
    expose 1
    healthy 'true', every: 1.hour
    stopTimeout 20.seconds
}

service('ports') {
    image 'app:8'
    on 'web'
    publish '18002:8002',
            'private:18003:8003',
            'private-ipv6:18004:8004',
            'private:18005:8005',
            '18006:8006',
            '127.0.0.1:18007:8007',
            'private::8008',
            '18009:8009'
    expose 8001
    stopTimeout 20.seconds
}

service('uses_list') {
    image 'app:3'
    on 'web'
    use 'socket', at: '/s', readOnly: true
    use 'logs', at: '/l'
    link 'short'
    link 'long.one', as: 'l'
    link 'long.two'
    link 'short', as: 'again'
    network 'front'
    stopTimeout 20.seconds
}

service('bridged') {
    image 'app:9'
    on 'web'
    link 'other', as: 'o', legacy: true
    networkMode 'bridge'
    stopTimeout 20.seconds
}

service('other') {
    image 'app:10'
    on 'web'
    networkMode 'bridge'
    stopTimeout 20.seconds
}

service('in_network') {
    image 'app:11'
    on 'web'
    network 'front', links: ['short': 's'], linkLocal: ['169.254.8.8']
    network 'back', links: ['short']
    stopTimeout 20.seconds
}

service('network_of_another') {
    image 'app:4'
    on 'web'
    networkMode 'uses_list'
    notHealthChecked()
    stopTimeout 20.seconds
}

service('no_network') {
    image 'app:5'
    on 'web'
    networkMode 'none'
    stopTimeout 20.seconds
}

service('of_host') {
    image 'app:6'
    on 'web'
    networkMode 'host'
    stopTimeout 20.seconds
}

service('options') {
    image 'app:7'
    on 'web'
    entrypoint '/entry --flag'
    command 'sh', '-c', 'echo "$HOME"'
    workingDirectory '/srv'
    hostname 'options'
    env A: '1', B: 'x=y'
    share '/scratch'
    bind '/srv/www', at: '/www', readOnly: true
    publish '8080:80', '127.0.0.1:8443:443', '2525:25', '2626:25'
    expose 81, '54/udp'
    limits memory: 64.mb, reservation: 32.mb, cpus: 0.5, cpuShares: 512, cpuset: '0-1', pids: 100
    restart onFailure, retries: 3
    stopTimeout 5.seconds
    labels flag: ''
    capabilities 'NET_ADMIN'
    dropCapabilities 'ALL'
    dns '10.0.0.2'
    dnsSearch 'example.org'
    extraHosts db: '10.0.0.3'
    init()
    privileged false
    readOnlyRoot()
    securityOptions 'no-new-privileges'
    shmSize 64.mb
    tmpfs '/run', options: 'size=1m'
    stdin()
    tty()
    ulimit 'nofile', 1024, 2048
    sysctls 'net.core.somaxconn': '1024'
    logDriver 'json-file', 'max-size': '1m'
    option 'HostConfig.Devices',
           [[CgroupPermissions: 'r', PathInContainer: '/dev/x', PathOnHost: '/dev/null']]
    option 'HostConfig.MemorySwap', -1
}

service('on_arm') {
    image 'app:12'
    on 'web'
    stopTimeout 20.seconds
    platform 'linux/arm64'
}

service('base', abstract: true) {
    image '/debian:bookworm'
    env DEBUG: 'no', LANG: 'C.UTF-8'
    stopSignal 'SIGTERM'
}

service('common', abstract: true) {
    inherits 'base'
    labels 'com.example.team': 'web'
}

group 'all', 'short', 'long.one'
group 'one', 'short'
group 'both', 'all', 'one'
