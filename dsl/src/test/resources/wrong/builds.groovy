project 'shop'

service('a') { build 'no/such/folder' }
service('b') { build '.' }
service('c') { build 'builds.groovy' }
service('d') { build '.', dockerfile: 'Dockerfile.small' }
service('e') { build('.') { dockerfile 'builds.groovy'; target 'a stage'; arg 'X', [1] } }
