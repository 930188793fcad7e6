project 'shop'

Closure later = null
service('web') {
    image 'nginx'
    later = { publish 80 }
}
later()
service('app') { image 'app'; user 'a b' }
