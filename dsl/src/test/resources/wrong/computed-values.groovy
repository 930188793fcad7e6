project 'shop'
hostRoot '/srv'

volume 'data', at: '/data', host: { '~/data' }
volume('conf') {
    at '/conf'
    host one: { throw new IllegalStateException('no such customer') }, two: { null }
}
service('app') {
    image 'app'
    env A: { ['a', 'list'] },
        B: { System.getenv('NO_SUCH_VARIABLE').length() }
    option 'HostConfig.ShmSize', { 1.5 }
    env C: { image 'late' }
    env D: { { -> 1 } }
}
