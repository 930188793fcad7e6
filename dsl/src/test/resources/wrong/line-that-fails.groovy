project 'shop'

def ports = [80, 443]
service('web') {
    image 'nginx'
    publish Integer.parseInt('8o')
}
service('app') {
    image 'App'
    def nothing = null as String
    hostname nothing.toLowerCase()
}
assert ports.size() == 3 : 'three ports are needed'
service 'Other', image: 'x y'
