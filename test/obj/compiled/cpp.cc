// COMDAT groups: templates, inline functions with static variables, virtual tables.
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
int other();
struct Built {
  int x;
  Built() : x(4) { put("built\n"); }
};
Built built;
struct Base {
  virtual int f() { return 1; }
};
struct Derived : Base {
  int f() override { return 2; }
};
Base *make();
extern "C" int main() {
  Counted<int> counted{3};
  num(counted.get());
  num(shared());
  num(other());
  num(shared());
  num(Counted<int>::count);
  num(built.x);
  num(make()->f());
  return 0;
}
