// What a process may do, and what it finds around it.

project 'rights'

def tools = rootfs('tools') { busybox() }

def app = service('app') {
    image tools
    command 'sleep 1d'
    stopSignal 'SIGKILL'
    dropCapability 'ALL'
    capabilities 'NET_BIND_SERVICE', 'CHOWN'
    securityOption 'no-new-privileges'
    extraGroup 2000
    readOnlyRoot()
    tmpfs '/run'
    tmpfs '/tmp', size: 8.mb, mode: '1777'
    device '/dev/null', at: '/dev/nothing', access: 'rw'
    ulimits nofile: [512, 1024], nproc: 64
    sysctl 'net.core.somaxconn', 512
    ipcMode 'shareable'
    shmSize 16.mb
    init()
    stdin()
    domainName 'example.org'
    extraHosts db: '10.0.0.7', gateway: 'host-gateway'
    dns '10.0.0.2'
    dnsSearch 'example.org'
    dnsOption 'ndots:2'
    logDriver 'json-file', 'max-size': '1m', 'max-file': 2
}

service('watch') {
    image tools
    command 'sleep 1d'
    stopSignal 'SIGKILL'
    tty()
    ipcMode app                                 // the shared memory of app …
    pidMode 'app'                               // … and its processes
}
