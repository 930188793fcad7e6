project 'shop'

service('a') { publishExposed on: 'nowhere' }
service('b') { publishExposed on: '300.0.0.1' }
service('c') { publishExposed(); networkMode 'host' }
service('d') { publishExposed(); publishExposed false }
