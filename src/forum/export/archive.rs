//! A zip archive that is sent while it is made: what lies in memory is what has not been sent yet.
//!
//! Nothing in it is pressed together: the size of a sealed one would otherwise say what kind of words it holds.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use age::secrecy::SecretString;
use age::{Encryptor, scrypt, stream};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::kernel::Error;

/// What opening a sealed archive costs, as a power of two: 32 MiB and a tenth of a second.
const WORK: u8 = 15;

/// Where the archive's bytes wait to be sent.
#[derive(Clone, Default)]
struct Tray(Arc<Mutex<Vec<u8>>>);

impl Write for Tray {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The way into the tray: as it is, or sealed.
enum Way {
    Plain(Tray),
    Sealed(Box<stream::StreamWriter<Tray>>),
}

impl Write for Way {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(tray) => Write::write(tray, bytes),
            Self::Sealed(seal) => Write::write(seal, bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An archive under way.
pub struct Archive {
    tray: Tray,
    zip: Option<ZipWriter<StreamWriter<Way>>>,
}

impl Archive {
    /// One that everybody who holds it can read.
    pub fn plain() -> Self {
        let tray = Tray::default();
        Self { zip: Some(ZipWriter::new_stream(Way::Plain(tray.clone()))), tray }
    }

    /// One that a passphrase opens, as the `age` tool does. Slow on purpose: not for an async thread.
    ///
    /// # Errors
    /// A fault of the system.
    pub fn sealed(passphrase: String) -> Result<Self, Error> {
        let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
        recipient.set_work_factor(WORK);
        let recipients = std::iter::once::<&dyn age::Recipient>(&recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(Error::other)?;
        let tray = Tray::default();
        let seal = encryptor.wrap_output(tray.clone()).map_err(Error::other)?;
        Ok(Self { zip: Some(ZipWriter::new_stream(Way::Sealed(Box::new(seal)))), tray })
    }

    /// Begins a file.
    ///
    /// # Errors
    /// A fault, if the archive has ended.
    pub fn begin(&mut self, name: &str) -> Result<(), Error> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .large_file(true);
        self.open()?.start_file(name, options).map_err(Error::other)
    }

    /// Adds to the file that was begun last.
    ///
    /// # Errors
    /// As [`Archive::begin`].
    pub fn add(&mut self, text: &str) -> Result<(), Error> {
        self.open()?.write_all(text.as_bytes()).map_err(Error::other)
    }

    /// Ends the archive.
    ///
    /// # Errors
    /// As [`Archive::begin`].
    pub fn end(&mut self) -> Result<(), Error> {
        let zip = self.zip.take().ok_or_else(over)?;
        match zip.finish().map_err(Error::other)?.into_inner() {
            Way::Plain(_) => Ok(()),
            Way::Sealed(seal) => seal.finish().map(drop).map_err(Error::other),
        }
    }

    /// What waits to be sent.
    pub fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.tray.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn open(&mut self) -> Result<&mut ZipWriter<StreamWriter<Way>>, Error> {
        self.zip.as_mut().ok_or_else(over)
    }
}

fn over() -> Error {
    Error::other("the archive has ended")
}
