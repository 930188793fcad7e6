project 'shop'

def tools = rootfs('tools') { busybox() }
service('a') { image 'app'; platform 'linux/arm46' }
service('b') { image 'app:1'; platform 'arm64' }
service('c') { image 'app:2'; platform 'linux/arm64' }
service('d') { image 'app:2' }
service('e') { image tools; platform 'linux/arm64' }
service('f') { image 'app:3'; platform 'linux/arm64'; platform 'linux/amd64' }
service('g') { image 'app:4'; option 'Platform', 'sparc' }
