project 'shop'

volume 'data', at: '/data'
service('db') {
    image 'postgres:17'
    mount '/srv/x'
    mount '/srv/x:/x:rx'
    mount ':/x'
    mount 'data:/x', at: '/y'
    bind 'www/static'
    mounts 'data', 7
}
