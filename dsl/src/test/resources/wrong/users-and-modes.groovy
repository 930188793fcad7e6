project 'shop'

volume 'socket', at: '/run/app', user: 'a b', permissions: 'rwx'
service('app') {
    image 'app'
    attach 'socket'
    user 'www-data:'
    permissions '888'
    exec 'app-migrate', user: '-1'
}
