project 'shop'

host 'edge', at: 'unix:///run/edge.sock'
volume 'socket', at: '/run/app'
service('app') {
    image 'app'
    attach 'socket'
    share '/srv'
    instances 'one', 'two'
}
service('web') {
    image 'nginx'
    on 'edge'
    link 'app'
    use 'socket'
    use 'app.one'
}
service('side') { image 'side'; on 'edge'; networkMode 'app.two' }
