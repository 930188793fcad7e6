project 'shop'

service('db') {
    image 'db'
    networkMode 'bridge'
    instances 'one', 'two'
}
service('cache') {
    image 'cache'
}
service('web') {
    image 'web'
    networkMode 'bridge'
    link 'db', as: 'sql', legacy: true
    link 'cache', legacy: true
}
service('app') {
    image 'app'
    link 'db.one', legacy: true
}
