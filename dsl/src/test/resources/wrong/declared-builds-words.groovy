project 'shop'

def a = build 'a', context: '.', from: 'x'
build 'services/app'
service('web') { build('.') { context 'x' } }
service('b') { publishExposed at: '127.0.0.1' }
service('c') { publishExposed '127.0.0.1' }
