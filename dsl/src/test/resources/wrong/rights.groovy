project 'shop'

service('app') {
    image 'app'
    capability 'NET_ADMNI'
    dropCapabilities 'MKNOD', 'nothing', 3
    securityOption 'no new'
    extraGroup 'a b'
    device 'dev/fuse'
    device '/dev/sda', at: 'disk', access: 'rx'
    devices '/dev/a:/dev/b:r:w'
    ulimit 'nofiles', 5
    ulimit 'nofile', 10, 5
    ulimits nproc: [1, 2, 3], core: 'none'
    sysctl 'somaxconn', 1
    ipcMode 'sharable'
    pidMode 'app'
}
