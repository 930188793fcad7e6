project 'shop'

def options = [readonly: true, at: 5]
volume 'data', at: '/data'
service('db') {
    image 'postgres:17'
    mount options, 'data'
}
