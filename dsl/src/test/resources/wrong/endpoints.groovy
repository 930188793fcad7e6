project 'shop'

def back = network 'back'
service('db') {
    image 'db'
    network back
}
service('web') {
    image 'web'
    network back, links: [bd: 'sql'], linkLocal: '169.254', mac: '1'
    network 'default', links: 'web'
}
