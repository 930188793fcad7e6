project 'shop'

volume 'data', at: '/data'
volume 'other', at: '/data/'
service('db') {
    image 'postgres:17'
    mounts 'data', 'other'
    mount 'data', at: '/elsewhere'
    share '/tmp/x'
    bind '/srv/x:/tmp/x'
}
