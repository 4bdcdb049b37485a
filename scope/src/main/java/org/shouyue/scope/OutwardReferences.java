package org.shouyue.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds in compiled classes every reference that could lead to the network round the broker. The
/// rule that engines live by: each engine's tests run this over its own classes and expect nothing.
/// Reads the constant pool, so a lambda, a method reference or a field type cannot hide one;
/// reflection and native calls, which could, are references of their own.
public final class OutwardReferences {
  /// Types that an engine has no business naming at all.
  private static final Set<String> TYPES =
      Set.of(
          "java/net/Socket",
          "java/net/ServerSocket",
          "java/net/DatagramSocket",
          "java/net/MulticastSocket",
          "java/net/URLConnection",
          "java/net/HttpURLConnection",
          "java/net/JarURLConnection",
          "java/net/URLClassLoader",
          "java/nio/channels/SocketChannel",
          "java/nio/channels/ServerSocketChannel",
          "java/nio/channels/DatagramChannel",
          "java/nio/channels/AsynchronousSocketChannel",
          "java/nio/channels/AsynchronousServerSocketChannel",
          "java/nio/channels/spi/SelectorProvider",
          "javax/net/SocketFactory",
          "javax/net/ServerSocketFactory",
          "java/lang/ProcessBuilder",
          "java/lang/Runtime",
          "java/lang/foreign/Linker",
          "java/lang/reflect/Constructor",
          "java/util/ServiceLoader");

  /// Beginnings of type names of the same kind.
  private static final List<String> FAMILIES =
      List.of(
          "java/net/http/",
          "java/rmi/",
          "javax/naming/",
          "javax/net/ssl/SSLSocket",
          "javax/net/ssl/SSLServerSocket",
          "javax/net/ssl/HttpsURLConnection",
          "sun/",
          "com/sun/net/",
          "jdk/internal/");

  /// Harmless types with harmful members: `owner.name`, or with the descriptor appended.
  private static final Set<String> MEMBERS =
      Set.of(
          "java/net/InetAddress.getByName",
          "java/net/InetAddress.getAllByName",
          "java/net/InetAddress.getLocalHost",
          "java/net/InetAddress.isReachable",
          "java/net/InetAddress.getHostName",
          "java/net/InetAddress.getCanonicalHostName",
          "java/net/Inet4Address.getByName",
          "java/net/Inet6Address.getByName",
          "java/net/InetSocketAddress.<init>(Ljava/lang/String;I)V",
          "java/net/InetSocketAddress.getHostName",
          "java/net/URL.openStream",
          "java/net/URL.openConnection",
          "java/net/URL.getContent",
          "java/net/URL.hashCode",
          "java/net/URL.equals",
          "java/lang/Class.forName",
          "java/lang/Class.newInstance",
          "java/lang/reflect/Method.invoke",
          "java/lang/ClassLoader.loadClass",
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/invoke/MethodHandles$Lookup.findVirtual",
          "java/lang/invoke/MethodHandles$Lookup.findStatic",
          "java/lang/invoke/MethodHandles$Lookup.findConstructor",
          "java/lang/invoke/MethodHandles$Lookup.findSpecial");

  private OutwardReferences() {}

  /// One reference.
  ///
  /// @param from the class that makes it
  /// @param to what it names: a type, or `type.member`
  public record Reference(String from, String to) {}

  /// All such references in the class files below a folder; empty when there are none.
  ///
  /// @throws IllegalArgumentException when there is no class file below the folder: a scan of
  ///   nothing proves nothing
  public static List<Reference> in(Path classes) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no class files below " + classes);
    }
    return files.stream().flatMap(file -> ofClass(file).stream()).toList();
  }

  private static List<Reference> ofClass(Path file) {
    ClassModel model;
    try {
      model = ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String from = model.thisClass().asInternalName();
    List<Reference> found = new ArrayList<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type when isForbidden(elementType(type.asInternalName())) ->
            found.add(new Reference(from, type.asInternalName()));
        case MemberRefEntry member when isForbidden(member) ->
            found.add(new Reference(from, name(member)));
        // Fields, parameters and results are typed by descriptors alone.
        case Utf8Entry text ->
            TYPES.stream()
                .filter(type -> text.stringValue().contains("L" + type + ";"))
                .forEach(type -> found.add(new Reference(from, type)));
        default -> {}
      }
    }
    return found;
  }

  private static boolean isForbidden(String type) {
    return TYPES.contains(type) || FAMILIES.stream().anyMatch(type::startsWith);
  }

  private static boolean isForbidden(MemberRefEntry member) {
    return MEMBERS.contains(name(member))
        || MEMBERS.contains(name(member) + member.type().stringValue());
  }

  private static String name(MemberRefEntry member) {
    return member.owner().asInternalName() + "." + member.name().stringValue();
  }

  private static String elementType(String internalName) {
    boolean array = internalName.startsWith("[") && internalName.endsWith(";");
    return array
        ? internalName.substring(internalName.lastIndexOf('[') + 2, internalName.length() - 1)
        : internalName;
  }
}
