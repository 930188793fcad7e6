project 'shop'

volume 'cache', at: '/cache'
service 'web', image: 'nginx'
service('cache') {
    image 'redis'
    mount 'cache'
}
group 'web', 'cache'
