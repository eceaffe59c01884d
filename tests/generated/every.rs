//! One value of every variant of an enum, asked of the enum itself, so that none can be forgotten.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::value::{MapDeserializer, StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// Why nothing was made; cannot happen for enums that hold ids, numbers and truths.
#[derive(Debug)]
pub struct Unmade(String);

impl fmt::Display for Unmade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unmade {}

impl serde::de::Error for Unmade {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Self(words.to_string())
    }
}

/// Which variant to make next: an odometer over the enums met on the way, outermost first.
#[derive(Default)]
struct Odometer {
    digits: RefCell<Vec<(usize, usize)>>,
    depth: Cell<usize>,
}

impl Odometer {
    /// The choice at this depth among `count`.
    fn choose(&self, count: usize) -> usize {
        let (depth, mut digits) = (self.depth.get(), self.digits.borrow_mut());
        self.depth.set(depth + 1);
        if depth == digits.len() {
            digits.push((0, count));
        }
        digits[depth].0
    }

    /// Moves on; `false` once every way was taken.
    fn advance(&self) -> bool {
        let mut digits = self.digits.borrow_mut();
        self.depth.set(0);
        while let Some((at, count)) = digits.pop() {
            if at + 1 < count {
                digits.push((at + 1, count));
                return true;
            }
        }
        false
    }
}

/// One value of every variant of `T`, and of every variant of the enums within, in the order of their declaration.
pub fn every<T: DeserializeOwned>() -> Vec<T> {
    let odometer = Odometer::default();
    let mut made = Vec::new();
    loop {
        made.push(T::deserialize(Any(&odometer)).unwrap());
        if !odometer.advance() {
            return made;
        }
    }
}

/// Answers whatever is asked for with the plainest value.
#[derive(Clone, Copy)]
struct Any<'a>(&'a Odometer);

impl<'de> Deserializer<'de> for Any<'_> {
    type Error = Unmade;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unmade> {
        visitor.visit_i64(1)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unmade> {
        visitor.visit_bool(false)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unmade> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unmade> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unmade> {
        visitor.visit_map(MapDeserializer::new(fields.iter().map(|field| (*field, self))))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unmade> {
        visitor.visit_enum(Chosen { name: variants[self.0.choose(variants.len())], inner: self })
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unmade> {
        visitor.visit_str("")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unmade> {
        StringDeserializer::<Unmade>::new(String::new()).deserialize_string(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

impl IntoDeserializer<'_, Unmade> for Any<'_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

struct Chosen<'a> {
    name: &'static str,
    inner: Any<'a>,
}

impl<'de> EnumAccess<'de> for Chosen<'_> {
    type Error = Unmade;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Unmade> {
        let name = StrDeserializer::<Unmade>::new(self.name);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Chosen<'_> {
    type Error = Unmade;

    fn unit_variant(self) -> Result<(), Unmade> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Unmade> {
        seed.deserialize(self.inner)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unmade> {
        self.inner.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unmade> {
        self.inner.deserialize_struct("", fields, visitor)
    }
}

#[test]
fn no_variant_is_forgotten() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    enum Inner {
        A { id: i64, is_so: bool, maybe: Option<i64> },
        B,
    }
    #[derive(Debug, PartialEq, serde::Deserialize)]
    enum Outer {
        First(Inner),
        Second(String),
    }
    let a = Inner::A { id: 1, is_so: false, maybe: None };
    let all = [Outer::First(a), Outer::First(Inner::B), Outer::Second(String::new())];
    assert_eq!(every::<Outer>(), all);
}
