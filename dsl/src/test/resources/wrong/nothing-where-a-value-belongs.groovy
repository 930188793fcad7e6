project 'shop'

String unset = System.getenv('SURELY_NOT_SET')
service('db') {
    image unset
    link unset
    user unset
}
service unset
