project 'shop'

def a = rootfs 'a', tar: 'no-such.tar.gz'
def b = rootfs('b') { }
def c = rootfs('c') { busybox(); bootstrap 'bookworm' }
def d = rootfs 'd', bootstrap: 'Bookworm'
def e = rootfs 'e', bootstrap: 'bookworm', tool: 'debbootstrap'
def f = rootfs('f') { empty(); add 'no/such/file', to: '/x' }
def g = rootfs('g') { busybox(); add 'root-file-systems.groovy', to: 'x' }
def h = rootfs 'h', tool: 'mmdebstrap'
service('web') { image a }
