project 'shop'
library 'libs/words'
service('web') {
    tagged 'no tag'
    counted 0
}
