project 'shop'
include 'more.groovy'
