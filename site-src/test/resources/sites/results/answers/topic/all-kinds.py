# @start region="first"
if True:
    print("first = 1")
# @end
print("second = 2")
