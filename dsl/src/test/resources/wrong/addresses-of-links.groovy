project 'shop'

network 'back'
network 'front'

service('db') { image 'db'; network 'back' }
service('job') { image 'job'; oneShot(); networks 'back', 'front' }
service('cache') { image 'cache'; networkMode 'host' }
service('bus') { image 'bus'; network 'front' }

service('web') {
    image 'web'
    network 'front'
    link 'db', as: 'DB', address: true
    link 'job', address: true
    link 'cache', address: true
    link 'bus', as: 'b-us', address: true
    instance('one') { link 'bus', as: 'b_us', address: true }
}
service('app') {
    image 'app'
    network 'front'
    link 'bus', address: true
    link 'web.one', as: 'bus', address: true
}
