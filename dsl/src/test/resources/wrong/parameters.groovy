project 'shop'

def domain = parameter('domain', type: String, 'where the shop is found')
def most = parameter('memory', type: Size)
def tag = parameter('tag', '17')
def again = parameter('tag', '18')
def bad = parameter('my tag', 1)
def list = parameter('list', type: Object)
service('web') { image "nginx:$tag"; hostname domain; limits { memory most } }
