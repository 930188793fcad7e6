project 'shop'

service('app') {
    image 'app'
    env 'LANG=C.UTF-8', ''
    env 'MY NAME': 'x', '': 'y', LIST: ['a', 'b'], SECRET: secret(' ')
    env 'HOME_OF', System.getenv('SURELY_NOT_SET')
}
