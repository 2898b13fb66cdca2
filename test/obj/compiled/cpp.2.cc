extern "C" {
void put(const char *);
void num(long);
}
template <class T> struct Counted {
  static int count;
  T value;
  __attribute__((noinline)) T get() { return count++, value; }
};
template <class T> int Counted<T>::count = 5;
inline int __attribute__((noinline)) shared() {
  static int calls = 3;
  return calls++;
}
int other() {
  Counted<int> counted{9};
  num(counted.get());
  return shared();
}
struct Base {
  virtual int f() { return 1; }
};
struct Derived : Base {
  int f() override { return 2; }
};
Base *make() {
  static Derived derived;
  return &derived;
}
