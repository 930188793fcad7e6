project 'shop'

service 'web', image: 'nginx'
volume 'data', at: '/data'
network 'back'
host 'edge', at: 'unix:///run/edge.sock'
rootfs 'base', busybox: true
group 'all', 'web'

service('web') { image 'httpd:0x' }
volume 'data', at: '/srv'
network 'back', internal: true
host 'edge', at: 'local'
rootfs('base') { busybox() }
group 'all', 'web'
