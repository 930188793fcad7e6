project 'shop'
def tag = parameter('tag', 'latest')
service('app') { image "app:$tag" }
rootfs 'base', busybox: true
environment('production') {
    parameter 'tag', 'stable'
    parameter 'count', 'two'
    service('app') { link 'databse' }
    service('app') { image 'other' }
    rootfs 'base', busybox: true
    project 'one'
    project 'two'
    environment('inner') { }
}
environment('no name') { }
def count = parameter('count', 1)
service 'database'
