project 'shop'

def base = rootfs 'web', busybox: true
service('app') { image base }
service('web') { build '.', dockerfile: 'one-image-made-in-two-ways.groovy' }
service('job') {
    instance('one') { build '.', dockerfile: 'builds.groovy' }
    instance('two') { build '.', dockerfile: 'restart.groovy' }
}
