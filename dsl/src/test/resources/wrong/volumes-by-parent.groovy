project 'shop'

naming { volumesByParent() }
def sock = volume 'sock', at: '/run/app'
def held = volume 'held', at: '/held', holder: true
service('app') {
    image 'app'
    attaches sock, held
    instances 'one', 'two'
}
service('api') {
    image 'app'
    attach 'sock'
}
service('none') { image 'app' }
service('web') {
    image 'nginx'
    use 'sock'
    use 'app.sock', at: '/run/one'
    use 'api.sock', at: '/run/one'
    use 'none.sock', at: '/run/three'
    use 'app.three'
    use 'nobody.sock'
}
